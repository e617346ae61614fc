/** Languages a review package speaks. */
export type ReviewLanguage = 'zh' | 'en';

/** A picture of a post as the package shows it. */
export interface ReviewMedia {
  /** Names it within the post; comments on a place of it carry this. */
  key: string;
  /** `data:` address; '' where pictures were left out or none could be made. */
  source: string;
  /** Pixels of what is shown; 0 without a picture. */
  width: number;
  height: number;
  alt: string;
  /** What it is beyond the picture: `Video · 0:32 · 1080 × 1920`; '' for a plain picture. */
  facts: string;
}

/** One platform version of a post. */
export interface ReviewTarget {
  platform: string;
  format: string;
  /** Handle of the account, '' where none is named. */
  account: string;
  /** Its own time in words; '' where it is the post's. */
  time: string;
  /** Texts as the platform takes them, in the order of its form. */
  texts: { name: string; text: string }[];
  /** Numbers (from 1) of the pictures it shows, where these are not all of the post's in order; else null. */
  pictures: number[] | null;
}

export interface ReviewPost {
  id: string;
  title: string;
  /** Day it stands on, in words; '' without a time. Posts of one day follow each other. */
  day: string;
  /** Hour and zone in words; '' without a time. */
  time: string;
  /** `shownState` of what is shown. */
  shown: string;
  /** Disclosures in words. */
  notes: string[];
  media: ReviewMedia[];
  targets: ReviewTarget[];
}

/** Everything that a review package shows. */
export interface ReviewPackage {
  /** Id of the package: answers name it. */
  id: string;
  title: string;
  message: string;
  /** Workspace and day it was made on, in words. */
  from: string;
  language: ReviewLanguage;
  posts: ReviewPost[];
}
