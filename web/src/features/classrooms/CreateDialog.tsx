import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreateClassroom, OpenedClassroom } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Choice, Field, Select, TextArea } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { SUBJECT_NAMES } from '@/ui/subjects';
import { createClassroom } from './api';
import css from './forms.module.css';
import { GateFields, MintFields, type TokenWish } from './TokenFields';

type Visibility = CreateClassroom['visibility'];

interface CreateDialogProps {
  onClose: () => void;
  onCreated: (created: OpenedClassroom) => void;
}

export function CreateDialog({ onClose, onCreated }: CreateDialogProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const [visibility, setVisibility] = useState<NonNullable<Visibility>>('public');
  const [token, setToken] = useState<TokenWish>({ mint: false, transferable: false });
  const { run, busy, problem } = useAction(async (form: FormData) => {
    const created = await createClassroom({
      title: String(form.get('title')).trim(),
      description: String(form.get('description')).trim(),
      subject: String(form.get('subject')),
      capacity: Number(form.get('capacity')),
      visibility,
      ...(visibility === 'nft-gated' && { gate: gateOf(form) }),
      ...token,
    });
    await queries.invalidateQueries({ queryKey: ['classrooms'] });
    onCreated(created);
  });
  return (
    <Dialog title={t('classrooms.form.create')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run(new FormData(event.currentTarget));
        }}
      >
        <Field
          label={t('classrooms.form.title')}
          hint={t('classrooms.form.titleHint')}
          error={problem?.fields.title}
          name="title"
          required
          maxLength={120}
          autoFocus
        />
        <TextArea label={t('classrooms.form.description')} name="description" maxLength={2000} />
        <div className={css.pair}>
          <Select label={t('classrooms.form.subject')} name="subject">
            {SUBJECT_NAMES.map((subject) => (
              <option key={subject} value={subject}>
                {t(`classrooms.subjects.${subject}`)}
              </option>
            ))}
          </Select>
          <Field
            label={t('classrooms.form.capacity')}
            name="capacity"
            type="number"
            min={1}
            max={500}
            defaultValue={30}
            required
          />
        </div>
        <Choice
          label={t('classrooms.form.visibility')}
          name="visibility"
          value={visibility}
          onChange={setVisibility}
          options={[
            { value: 'public', label: t('classrooms.form.public') },
            { value: 'private', label: t('classrooms.form.private') },
            { value: 'nft-gated', label: t('classrooms.form.gated') },
          ]}
        />
        {visibility === 'nft-gated' && <GateFields errors={problem?.fields ?? {}} />}
        <MintFields wish={token} onChange={setToken} />
        {problem && <Notice>{sentence(problem)}</Notice>}
        <Button type="submit" size="l" busy={busy}>
          {t('classrooms.form.submit')}
        </Button>
      </form>
    </Dialog>
  );
}

/** What was left empty is left to the campus. */
function gateOf(form: FormData) {
  const contract = String(form.get('contract')).trim();
  const tokenId = String(form.get('tokenId')).trim();
  return { ...(contract && { contract }), ...(tokenId && { tokenId }) };
}
