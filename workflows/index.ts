export { complaint } from './complaint';
export { improvement } from './improvement';
