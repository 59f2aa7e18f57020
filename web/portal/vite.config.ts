import { appConfig } from '../shared/vite.ts';

export default appConfig({ name: 'portal', base: '/', port: 5173 });
