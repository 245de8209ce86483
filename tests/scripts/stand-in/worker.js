// Stands in for the worker: says that it is ready, and stops when told.
console.log(JSON.stringify({ msg: 'worker ready' }));
const alive = setInterval(() => undefined, 60_000);
process.once('SIGTERM', () => {
  console.log('worker stopped');
  clearInterval(alive);
});
