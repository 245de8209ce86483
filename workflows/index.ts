export { batch } from './batch';
export { complaint } from './complaint';
export { improvement } from './improvement';
