export { AnnouncementText, paragraphs } from './AnnouncementText';
export { MessagesPage } from './MessagesPage';
