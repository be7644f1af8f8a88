import { expect, it } from 'vitest';
import { mainFileOf } from './mainFile';

it('opens the file that the environment serves first', () => {
  expect(mainFileOf(['links.go', 'go.mod', 'main.go'])).toBe('main.go');
  expect(mainFileOf(['autoload.php', 'index.php'])).toBe('index.php');
  expect(mainFileOf(['app.rb', 'main.rb'])).toBe('main.rb');
  expect(mainFileOf(['Json.java', 'Main.java'])).toBe('Main.java');
});

it('opens the first by name where there is none', () => {
  expect(mainFileOf(['b.sql', 'a.sql'])).toBe('a.sql');
  expect(mainFileOf([])).toBe('');
});
