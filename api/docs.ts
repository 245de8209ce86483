import { dirname } from 'node:path';
import express from 'express';
import type { Express } from 'express';

const INITIALIZER = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/openapi.json',
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
  });
};
`;

/** The description as a page at /docs, from the disk: nothing is fetched from outside. */
export function serveDocs(app: Express): void {
  app.get('/docs/swagger-initializer.js', (_req, res) => {
    res.type('text/javascript').send(INITIALIZER);
  });
  app.use('/docs', express.static(dirname(require.resolve('swagger-ui-dist/package.json')), { cacheControl: false }));
}
