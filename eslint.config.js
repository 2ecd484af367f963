import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Where code may run is said by its folder; who may import whom follows from it (see docs/architecture.md). */
const zone = (files, patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});
const node = { group: ['node:*'], message: 'core runs in every process: no Node here.' };
const electron = { group: ['electron', 'electron/*'], message: 'Only main/electron may import electron.' };
const main = { regex: '(^|/)main/', message: 'This folder may not know main.' };
const renderer = { regex: '(^|/)renderer/', message: 'This folder may not know the window.' };

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/'] },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.cts'],
    extends: [...tseslint.configs.strict],
    languageOptions: { parserOptions: { warnOnUnsupportedTypeScriptVersion: false } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // Pixel loops index typed arrays within bounds that the loop itself sets.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['renderer/**/*.tsx', 'renderer/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  zone(['core/**'], [node, electron, main, renderer]),
  zone(['renderer/**'], [node, electron, main]),
  zone(['main/**'], [electron, renderer]),
  zone(['main/services/**'], [electron, renderer, { regex: '/(host|electron)/', message: 'Services know neither wire nor shell.' }]),
  zone(['main/electron/**'], [renderer]),
  // A sandboxed preload can only be CommonJS.
  { files: ['**/*.cts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['tests/support/keepPicture.ts', 'tests/support/browser.ts', 'tests/e2e/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
);
