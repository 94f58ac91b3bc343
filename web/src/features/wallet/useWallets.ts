import { useEffect, useState } from 'react';
import { discover, type Wallet } from './provider';

/** The wallets in this browser; one that wakes up late joins them. */
export function useWallets(): Wallet[] {
  const [wallets, setWallets] = useState<Wallet[]>([]);
  useEffect(() => discover(setWallets), []);
  return wallets;
}
