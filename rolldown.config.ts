import { defineConfig } from 'rolldown';

/** One bundle per door; packages stay outside and are resolved from node_modules at run time. */
export default defineConfig({
  input: { index: 'src/index.ts', cli: 'src/cli/main.ts', action: 'src/action/main.ts', bench: 'bench/main.ts' },
  platform: 'node',
  external: (id) => !/^[./]/.test(id),
  output: { dir: 'dist', format: 'esm', cleanDir: true },
});
