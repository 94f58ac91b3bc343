import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { randomLook } from '@/lib/looks';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Choice, Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { type Registration, register } from './api';
import css from './auth.module.css';

export function RegisterForm({ openEducators }: { openEducators: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [role, setRole] = useState<Registration['role']>('student');
  const { run, busy, problem } = useAction((form: FormData) =>
    register({
      name: String(form.get('name')).trim(),
      email: String(form.get('email')).trim(),
      password: String(form.get('password')),
      role,
      avatarData: randomLook(),
    }),
  );
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void run(new FormData(event.currentTarget));
      }}
    >
      <Field
        label={t('auth.name')}
        hint={t('auth.nameHint')}
        error={problem?.fields.name}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
      />
      <Field
        label={t('auth.email')}
        error={problem?.fields.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
      />
      <Field
        label={t('auth.password')}
        hint={t('auth.passwordHint')}
        error={problem?.fields.password}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={200}
      />
      {openEducators && (
        <Choice
          label={t('auth.role')}
          name="role"
          value={role}
          onChange={setRole}
          options={[
            { value: 'student', label: t('auth.learn') },
            { value: 'educator', label: t('auth.teach') },
          ]}
        />
      )}
      {problem && <Notice>{sentence(problem)}</Notice>}
      <Button type="submit" size="l" busy={busy}>
        {t('auth.register')}
      </Button>
    </form>
  );
}
