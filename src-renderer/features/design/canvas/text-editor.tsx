export { TextEditor } from '../text-editing/text-editor.tsx';
