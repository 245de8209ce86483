export { batch } from './batch';
export { complaint } from './complaint';
