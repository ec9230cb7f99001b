import * as Comlink from 'comlink';
import { coreApi } from './core-api.js';

Comlink.expose(coreApi);
