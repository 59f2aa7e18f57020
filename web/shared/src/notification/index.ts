export { MessagesPage } from './MessagesPage';
export { Paragraphs } from './Paragraphs';
