import eslint from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/*
 * Who may import whom: app → features → ui → api. A feature never imports another feature, so that each can be
 * read, changed and removed by itself. What two features share goes to ui or api.
 */
const features = ['candidate', 'company', 'interviewer'];

/** Bars static and dynamic imports of the given folders of src, by alias and by relative path. */
function bar(folders, message) {
  const names = folders.join('|');
  const pattern = `^(@|(\\.\\./)+|(\\.\\./)*\\./?\\.\\.)/?(${names})(/|$)`;
  return {
    'no-restricted-imports': ['error', { patterns: [{ regex: pattern, message }] }],
    'no-restricted-syntax': [
      'error',
      { selector: `ImportExpression[source.value=/${pattern.replaceAll('/', '\\/')}/]`, message },
    ],
  };
}

export default defineConfig(
  globalIgnores(['dist', 'src/api/schema.d.ts']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
  },
  {
    files: ['src/api/**'],
    rules: bar(
      ['app', 'features', 'ui'],
      'src/api is the lowest layer: it imports no other folder.',
    ),
  },
  {
    files: ['src/ui/**'],
    rules: bar(['app', 'features'], 'src/ui is shared: it imports only src/api and itself.'),
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: bar(
      [
        'app',
        ...features
          .filter((other) => other !== feature)
          .flatMap((other) => [`features/${other}`, other]),
      ],
      `The feature ${feature} imports only src/ui, src/api and itself.`,
    ),
  })),
);
