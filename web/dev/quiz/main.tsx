import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { StudentQuiz, TeacherQuizzes } from '@/features/quizzes';
import { speak, startTexts } from '@/lib/i18n';
import { adopt } from '@/lib/session';
import { enter } from '@/room/client';
import { Panel } from '@/ui/Panel';
import '@/ui/global.css';

const q = new URLSearchParams(location.search);
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: false } } });
function Page() {
  const phone = innerWidth < 768;
  const [open, setOpen] = useState(true);
  const id = q.get('room') ?? '';
  return (
    <div style={{ position: 'fixed', inset: 0, background: 'linear-gradient(#cfe3ea,#e6cfa8)' }}>
      <button style={{ position: 'absolute', left: 8, top: 8 }} onClick={() => setOpen(true)}>
        open
      </button>
      {open && (
        <div
          style={
            phone
              ? { position: 'absolute', inset: 'auto 0 0', height: '62dvh' }
              : { position: 'absolute', top: 16, right: 16, bottom: 16, width: 420 }
          }
        >
          <Panel title="Quiz" onClose={() => setOpen(false)}>
            {q.get('as') === '0' ? <TeacherQuizzes classroomId={id} /> : <StudentQuiz classroomId={id} />}
          </Panel>
        </div>
      )}
    </div>
  );
}
await startTexts();
if (q.get('lang') === 'de') await speak('de');
const campus = await (await fetch('/api/campus')).json();
const { email, password } = campus.demoAccounts[Number(q.get('as'))];
const r = await fetch('/api/auth/login', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email, password }),
});
adopt(await r.json());
enter(q.get('room') ?? '');
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Page />
    </QueryClientProvider>
  </StrictMode>,
);
