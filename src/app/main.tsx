import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/forced-colours.css';
import { startColorScheme } from '../ui/color-scheme.js';
import { startByteUnits } from './byte-units.js';
import { noteFirstVisit } from './first-visit.js';
import { beginStart, Root } from './root.js';
import { startOffline } from './service-worker.js';

// Before the first render, so that no scheme is ever swapped in view.
startColorScheme();
startByteUnits();
noteFirstVisit();
beginStart();
const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no element with the id root.');
createRoot(place).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
startOffline();
