import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/* What Mantine asks of a browser and jsdom lacks. */
const nothing = () => undefined;

globalThis.ResizeObserver = class {
  observe = nothing;
  unobserve = nothing;
  disconnect = nothing;
};

window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: nothing,
    removeListener: nothing,
  });

Element.prototype.scrollIntoView = nothing;

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});
