import { useEffect, useState, type RefObject } from 'react';

export interface Quote {
  text: string;
  /** The section that it was taken from. */
  section: string | null;
}

/** What is selected in the answer. It stays while the focus goes to the form, so that it can be quoted there. */
export function useQuote(answer: RefObject<HTMLElement | null>): Quote | null {
  const [quote, setQuote] = useState<Quote | null>(null);
  useEffect(() => {
    function update() {
      const selection = document.getSelection();
      const anchor = selection?.anchorNode ?? null;
      if (selection === null || anchor === null || answer.current?.contains(anchor) !== true) {
        return;
      }
      const text = selection.toString().trim();
      const element = anchor instanceof Element ? anchor : anchor.parentElement;
      const section = element?.closest('[data-section]')?.getAttribute('data-section') ?? null;
      setQuote(text === '' ? null : { text, section });
    }
    document.addEventListener('selectionchange', update);
    return () => document.removeEventListener('selectionchange', update);
  }, [answer]);
  return quote;
}
