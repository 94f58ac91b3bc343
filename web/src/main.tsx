import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { startTexts } from '@/lib/i18n';
import { asProblem } from '@/lib/problem';
import { resume, useSession } from '@/lib/session';
import { App } from './App';
import '@/ui/global.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => asProblem(error).passing && failures < 3 },
  },
});

/** A server that is away decides nothing about the session: the sign-in page says what is wrong. */
const away = () => useSession.setState({ status: 'out' });

async function start(): Promise<void> {
  await Promise.all([startTexts(), resume().catch(away)]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
