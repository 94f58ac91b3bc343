import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation, useMatch } from 'react-router';
import { signOut } from '@/features/auth/api';
import { LetterDialogs } from '@/features/auth/LetterDialogs';
import { Bell } from '@/features/notifications/Bell';
import { useSession } from '@/lib/session';
import { ClassroomsPage } from '@/pages/ClassroomsPage';
import { SignInPage } from '@/pages/SignInPage';
import { AppShell } from '@/ui/AppShell';

const ClassroomPage = lazy(() => import('@/pages/ClassroomPage'));
const DeskPage = lazy(() => import('@/pages/desk/DeskPage'));
const VerifyPage = lazy(() => import('@/pages/VerifyPage'));
const ProfilePage = lazy(() => import('@/pages/ProfilePage'));

export function App() {
  const status = useSession((state) => state.status);
  const verifying = useMatch('/verify/:id');
  if (verifying)
    return (
      <Suspense>
        <Routes>
          <Route path="/verify/:id" element={<VerifyPage />} />
        </Routes>
      </Suspense>
    );
  return (
    <>
      {status === 'in' ? <Pages /> : <SignInPage />}
      <LetterDialogs />
    </>
  );
}

function Pages() {
  return (
    <Suspense>
      <Routes>
        <Route path="/classrooms/:id" element={<ClassroomPage />} />
        <Route element={<Outside />}>
          <Route index element={<ClassroomsPage />} />
          <Route path="/classrooms/:id/desk/:tab?" element={<DeskPage />} />
          <Route path="/profile" element={<ProfilePage />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Route>
      </Routes>
    </Suspense>
  );
}

function Outside() {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  // A new page is read from its top, also after the long form of the sign-in page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of page is the occasion
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
  async function leave(): Promise<void> {
    await signOut();
    queries.clear();
  }
  return (
    <AppShell bell={<Bell />} onSignOut={leave}>
      <Outlet />
    </AppShell>
  );
}
