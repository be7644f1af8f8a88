import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/testing/render';
import { Markdown } from './Markdown';
import { timeAgo } from './time';
import { duration } from './words';

describe('Markdown that a candidate wrote', () => {
  it('cannot link, load or run anything', () => {
    const { container } = renderPage(
      <Markdown>
        {
          '[here](https://evil.example/x) ![spy](https://evil.example/p.png) <img src=x onerror=alert(1)> [j](javascript:alert(1))'
        }
      </Markdown>,
    );
    expect(container.querySelector('a, img, script')).toBeNull();
    expect(screen.getByText(/https:\/\/evil\.example\/x/)).toBeDefined();
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('keeps its headings below those of the page', () => {
    renderPage(<Markdown headingsFrom={3}>{'# Storage'}</Markdown>);
    expect(screen.getByRole('heading', { name: 'Storage', level: 3 })).toBeDefined();
  });
});

describe('times', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  it('are told from now', () => {
    expect(timeAgo('2026-03-01T11:59:30Z', now)).toBe('just now');
    expect(timeAgo('2026-03-01T11:57:00Z', now)).toBe('3 minutes ago');
    expect(timeAgo('2026-03-15T12:00:00Z', now)).toBe('in 14 days');
  });

  it('are told in hours and minutes', () => {
    expect([45, 60, 90].map(duration)).toEqual(['45 min', '1 h', '1 h 30 min']);
  });
});
