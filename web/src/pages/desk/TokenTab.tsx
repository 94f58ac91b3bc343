import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getClassroom, mintClassroom, setTransferable } from '@/features/classrooms/api';
import type { ClassroomView, TokenView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Facts } from '@/ui/Facts';
import { Notice } from '@/ui/Notice';
import { Switch } from '@/ui/Switch';
import css from './TokenTab.module.css';
import type { TabProps } from './tabs';

const LOOK_MS = 3_000;

/** The classroom as a token on the blockchain: whether it is one, where it stands, and whether it may be passed on. */
export default function TokenTab({ classroomId }: TabProps) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['classroom', classroomId],
    queryFn: () => getClassroom(classroomId),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.token ?? null) ? LOOK_MS : false),
  });
  if (!data) return <Skeleton label={t('common.loading')} />;
  return data.token ? <Token classroom={data} token={data.token} /> : <Unminted classroom={data} />;
}

const isUnderWay = (token: TokenView | null) =>
  token !== null && (token.state === 'minting' || (token.state === 'minted' && !token.settled));

function useChange(change: (id: string) => Promise<ClassroomView>, id: string) {
  const queries = useQueryClient();
  return useAction(async () => queries.setQueryData(['classroom', id], await change(id)));
}

function Unminted({ classroom }: { classroom: ClassroomView }) {
  const { t } = useTranslation();
  return (
    <Empty art="door" title={t('classrooms.token.none')}>
      <p>{t('classrooms.form.mintHint')}</p>
      <Mint classroom={classroom} label={t('classrooms.token.mint')} />
    </Empty>
  );
}

function Mint({ classroom, label }: { classroom: ClassroomView; label: string }) {
  const sentence = useSentence();
  const { run, busy, problem } = useChange(mintClassroom, classroom.id);
  return (
    <>
      <Button icon="cube" busy={busy} onClick={() => void run()}>
        {label}
      </Button>
      {problem && <Notice>{sentence(problem)}</Notice>}
    </>
  );
}

function Token({ classroom, token }: { classroom: ClassroomView; token: TokenView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const passing = useChange((id) => setTransferable(id, !token.transferable), classroom.id);
  const file = token.uri?.replace('ipfs://', '/ipfs/');
  return (
    <div className={css.token}>
      <Notice tone={token.state === 'failed' ? 'error' : token.state === 'minted' ? 'good' : 'info'}>
        {t(`classrooms.token.state.${token.state}`)}
      </Notice>
      {token.trouble && <p>{t('classrooms.token.trouble', { why: token.trouble })}</p>}
      {token.state === 'failed' && <Mint classroom={classroom} label={t('classrooms.token.again')} />}
      <Facts
        rows={[
          [t('classrooms.token.number'), classroom.nftId],
          [t('classrooms.token.holder'), token.holder],
          [t('classrooms.token.chain'), token.chainId && String(token.chainId)],
          [t('classrooms.token.contract'), token.contract],
          [t('classrooms.token.transaction'), token.transaction],
          [t('classrooms.token.description'), file && <a href={file}>{token.uri}</a>],
        ]}
      />
      {token.state === 'minted' && (
        <Switch
          label={t('classrooms.token.transferable')}
          hint={t(token.settled ? 'classrooms.token.transferableHint' : 'classrooms.token.unsettled')}
          on={token.transferable}
          busy={passing.busy}
          onChange={() => void passing.run()}
        />
      )}
      {passing.problem && <Notice>{sentence(passing.problem)}</Notice>}
    </div>
  );
}
