/** A token kept for this browser tab only; listeners hear of sign-in and sign-out. */
export interface TokenStore {
  get: () => string | null;
  set: (token: string) => void;
  clear: () => void;
  subscribe: (listener: () => void) => () => void;
}

export function tokenStore(key: string): TokenStore {
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) {
      listener();
    }
  };
  return {
    get: () => sessionStorage.getItem(key),
    set: (token) => {
      sessionStorage.setItem(key, token);
      notify();
    },
    clear: () => {
      sessionStorage.removeItem(key);
      notify();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export const staffToken = tokenStore('assay.staff');
export const candidateToken = tokenStore('assay.candidate');
