/** The nouns of the API as the pages use them, by the names of the generated schema. */
import type { components } from './schema';

type Schema = components['schemas'];

export type Named = Schema['OrgRef'];
export type Reason = Schema['LineProblem'];

export type Me = Schema['PortalMe'];
export type StaffMe = Schema['OfficeMe'];
export type Session = Schema['Session'];

export type Category = Schema['CatalogCategoryCount'];
export type Facet = Schema['CatalogFacet'];
export type ProductCard = Schema['PortalProductCard'];
export type ProductPage = Schema['PortalProductList'];
export type Product = Schema['PortalProduct'];
export type SkuCard = Schema['SKUCard'];
export type Stock = Schema['InventoryShown'];
export type Tier = Schema['PricingTier'];
export type Trace = Schema['PricingTrace'];
export type TraceStep = Schema['PricingStep'];
export type PartMatch = Schema['PortalRecognisedPart'];

export type Cart = Schema['Cart'];
export type CartLine = Schema['CartLine'];

export type LeftLine = Schema['LeftLine'];
export type ShoppingListCard = Schema['PortalShoppingListCard'];
export type ShoppingList = Schema['PortalShoppingList'];
export type BoughtSku = Schema['PortalBoughtSKU'];
export type Arrival = Schema['PortalArrival'];

export type Address = Schema['PortalAddress'];
export type AddressInput = Schema['PortalAddressInput'];
export type CompanyAccount = Schema['PortalCompanyAccount'];
export type AccountLimits = Schema['PortalAccountLimits'];
export type InvitedAccount = Schema['PortalInvitedAccount'];
export type PersonInput = Schema['PortalPersonInput'];
export type Deed = Schema['PortalDeed'];
export type PortalRegion = Schema['PortalPortalRegion'];
export type OrderInput = Schema['PortalPlaceInputBody'];
export type OrderPage = Schema['PortalOrderList'];
export type OrderCard = Schema['OrderCard'];
export type Order = Schema['Order'];
export type OrderState = Order['state'];
export type OrderLine = Schema['OrderLine'];
export type Shipment = Schema['Shipment'];
export type TimelineEntry = Schema['Node'];
export type Comment = Schema['Comment'];
export type Attachment = Schema['Attachment'];
export type WaitingFor = Schema['Waiting'];

export type Run = Schema['Run'];

export type Message = Schema['Message'];
export type ShownAnnouncement = Schema['PortalAnnouncement'];
export type Announcement = Schema['OfficeAnnouncement'];
export type AnnouncementInput = Schema['OfficeAnnouncementFields'];
export type StorefrontBlock = Schema['PortalBlock'];
