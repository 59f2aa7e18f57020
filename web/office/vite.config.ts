import { appConfig } from '../shared/vite.ts';

export default appConfig({ name: 'office', base: '/office/', port: 5174 });
