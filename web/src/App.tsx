import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Navigate, Outlet, Route, Routes } from 'react-router';
import { signOut } from '@/features/auth/api';
import { useSession } from '@/lib/session';
import { ClassroomsPage } from '@/pages/ClassroomsPage';
import { SignInPage } from '@/pages/SignInPage';
import { AppShell } from '@/ui/AppShell';

const ClassroomPage = lazy(() => import('@/pages/ClassroomPage'));
const ProfilePage = lazy(() => import('@/pages/ProfilePage'));

export function App() {
  const status = useSession((state) => state.status);
  if (status !== 'in') return <SignInPage />;
  return (
    <Suspense>
      <Routes>
        <Route path="/classrooms/:id" element={<ClassroomPage />} />
        <Route element={<Outside />}>
          <Route index element={<ClassroomsPage />} />
          <Route path="/profile" element={<ProfilePage />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Route>
      </Routes>
    </Suspense>
  );
}

function Outside() {
  const queries = useQueryClient();
  async function leave(): Promise<void> {
    await signOut();
    queries.clear();
  }
  return (
    <AppShell onSignOut={leave}>
      <Outlet />
    </AppShell>
  );
}
