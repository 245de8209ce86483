// Stands in for the API: answers that it is ready, and stops when told.
const { createServer } = require('node:http');

const server = createServer((_, response) => response.end('{}'));
server.listen(Number(process.env.PORT), process.env.HOST);
process.once('SIGTERM', () => {
  console.log('api stopped');
  server.close();
  server.closeAllConnections();
});
