import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { startTexts } from '@/lib/i18n';
import { asProblem } from '@/lib/problem';
import { forget, renew } from '@/lib/session';
import { App } from './App';
import '@/ui/global.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => asProblem(error).passing && failures < 3 },
  },
});

async function start(): Promise<void> {
  // A server that is away decides nothing about the session; the sign-in page then says what is wrong.
  await Promise.all([startTexts(), renew().catch(forget)]);
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
