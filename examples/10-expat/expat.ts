'use mixmod';
// Written by `mixmod bindings expat.h 'XML_*' --library expat`: what the C compiler reads in the header.
import { lltype, rffi } from 'mixmod';

const info = rffi.ExternalCompilationInfo({"includes":["expat.h"],"libraries":["expat"]});

export const XML_ENABLE_VISIBILITY = 0;
export const XML_TRUE = 1;
export const XML_FALSE = 0;
export const XML_STATUS_ERROR = 0;
export const XML_STATUS_OK = 1;
export const XML_STATUS_SUSPENDED = 2;
export const XML_MAJOR_VERSION = 2;
export const XML_MINOR_VERSION = 5;
export const XML_MICRO_VERSION = 0;
export const XML_ERROR_NONE = 0;
export const XML_ERROR_NO_MEMORY = 1;
export const XML_ERROR_SYNTAX = 2;
export const XML_ERROR_NO_ELEMENTS = 3;
export const XML_ERROR_INVALID_TOKEN = 4;
export const XML_ERROR_UNCLOSED_TOKEN = 5;
export const XML_ERROR_PARTIAL_CHAR = 6;
export const XML_ERROR_TAG_MISMATCH = 7;
export const XML_ERROR_DUPLICATE_ATTRIBUTE = 8;
export const XML_ERROR_JUNK_AFTER_DOC_ELEMENT = 9;
export const XML_ERROR_PARAM_ENTITY_REF = 10;
export const XML_ERROR_UNDEFINED_ENTITY = 11;
export const XML_ERROR_RECURSIVE_ENTITY_REF = 12;
export const XML_ERROR_ASYNC_ENTITY = 13;
export const XML_ERROR_BAD_CHAR_REF = 14;
export const XML_ERROR_BINARY_ENTITY_REF = 15;
export const XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF = 16;
export const XML_ERROR_MISPLACED_XML_PI = 17;
export const XML_ERROR_UNKNOWN_ENCODING = 18;
export const XML_ERROR_INCORRECT_ENCODING = 19;
export const XML_ERROR_UNCLOSED_CDATA_SECTION = 20;
export const XML_ERROR_EXTERNAL_ENTITY_HANDLING = 21;
export const XML_ERROR_NOT_STANDALONE = 22;
export const XML_ERROR_UNEXPECTED_STATE = 23;
export const XML_ERROR_ENTITY_DECLARED_IN_PE = 24;
export const XML_ERROR_FEATURE_REQUIRES_XML_DTD = 25;
export const XML_ERROR_CANT_CHANGE_FEATURE_ONCE_PARSING = 26;
export const XML_ERROR_UNBOUND_PREFIX = 27;
export const XML_ERROR_UNDECLARING_PREFIX = 28;
export const XML_ERROR_INCOMPLETE_PE = 29;
export const XML_ERROR_XML_DECL = 30;
export const XML_ERROR_TEXT_DECL = 31;
export const XML_ERROR_PUBLICID = 32;
export const XML_ERROR_SUSPENDED = 33;
export const XML_ERROR_NOT_SUSPENDED = 34;
export const XML_ERROR_ABORTED = 35;
export const XML_ERROR_FINISHED = 36;
export const XML_ERROR_SUSPEND_PE = 37;
export const XML_ERROR_RESERVED_PREFIX_XML = 38;
export const XML_ERROR_RESERVED_PREFIX_XMLNS = 39;
export const XML_ERROR_RESERVED_NAMESPACE_URI = 40;
export const XML_ERROR_INVALID_ARGUMENT = 41;
export const XML_ERROR_NO_BUFFER = 42;
export const XML_ERROR_AMPLIFICATION_LIMIT_BREACH = 43;
export const XML_ERROR_NOT_STARTED = 44;
export const XML_CTYPE_EMPTY = 1;
export const XML_CTYPE_ANY = 2;
export const XML_CTYPE_MIXED = 3;
export const XML_CTYPE_NAME = 4;
export const XML_CTYPE_CHOICE = 5;
export const XML_CTYPE_SEQ = 6;
export const XML_CQUANT_NONE = 0;
export const XML_CQUANT_OPT = 1;
export const XML_CQUANT_REP = 2;
export const XML_CQUANT_PLUS = 3;
export const XML_INITIALIZED = 0;
export const XML_PARSING = 1;
export const XML_FINISHED = 2;
export const XML_SUSPENDED = 3;
export const XML_PARAM_ENTITY_PARSING_NEVER = 0;
export const XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE = 1;
export const XML_PARAM_ENTITY_PARSING_ALWAYS = 2;
export const XML_FEATURE_END = 0;
export const XML_FEATURE_UNICODE = 1;
export const XML_FEATURE_UNICODE_WCHAR_T = 2;
export const XML_FEATURE_DTD = 3;
export const XML_FEATURE_CONTEXT_BYTES = 4;
export const XML_FEATURE_MIN_SIZE = 5;
export const XML_FEATURE_SIZEOF_XML_CHAR = 6;
export const XML_FEATURE_SIZEOF_XML_LCHAR = 7;
export const XML_FEATURE_NS = 8;
export const XML_FEATURE_LARGE_SIZE = 9;
export const XML_FEATURE_ATTR_INFO = 10;
export const XML_FEATURE_BILLION_LAUGHS_ATTACK_PROTECTION_MAXIMUM_AMPLIFICATION_DEFAULT = 11;
export const XML_FEATURE_BILLION_LAUGHS_ATTACK_PROTECTION_ACTIVATION_THRESHOLD_DEFAULT = 12;
// XML_ATTR_ALLOC_SIZE: a macro that takes arguments; the header does not say of which types.
// XML_GetUserData: a macro that takes arguments; the header does not say of which types.
interface XML_cp_referred { readonly type: typeof XML_cp }
const XML_cp_reference = lltype.ForwardReference<XML_cp_referred>();
export const XML_cp = rffi.CStruct(
  "XML_cp",
  ["type", rffi.UINT],
  ["quant", rffi.UINT],
  ["name", rffi.CCHARP],
  ["numchildren", rffi.UINT],
  ["children", lltype.Ptr(XML_cp_reference)],
);
XML_cp_reference.become(XML_cp);
export const XML_Memory_Handling_Suite = rffi.CStruct(
  "XML_Memory_Handling_Suite",
  ["malloc_fcn", lltype.Ptr(lltype.FuncType([rffi.SIZE_T], rffi.VOIDP))],
  ["realloc_fcn", lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.SIZE_T], rffi.VOIDP))],
  ["free_fcn", lltype.Ptr(lltype.FuncType([rffi.VOIDP], rffi.VOID))],
  { hints: {"c_name":"XML_Memory_Handling_Suite"} },
);
export const XML_Encoding = rffi.CStruct(
  "XML_Encoding",
  ["map", rffi.CFixedArray(rffi.INT, 256)],
  ["data", rffi.VOIDP],
  ["convert", lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP], rffi.INT))],
  ["release", lltype.Ptr(lltype.FuncType([rffi.VOIDP], rffi.VOID))],
  { hints: {"c_name":"XML_Encoding"} },
);
export const XML_ParsingStatus = rffi.CStruct(
  "XML_ParsingStatus",
  ["parsing", rffi.UINT],
  ["finalBuffer", rffi.UCHAR],
  { hints: {"c_name":"XML_ParsingStatus"} },
);
export const XML_Expat_Version = rffi.CStruct(
  "XML_Expat_Version",
  ["major", rffi.INT],
  ["minor", rffi.INT],
  ["micro", rffi.INT],
  { hints: {"c_name":"XML_Expat_Version"} },
);
export const XML_Feature = rffi.CStruct(
  "XML_Feature",
  ["feature", rffi.UINT],
  ["name", rffi.CCHARP],
  ["value", rffi.LONG],
  { hints: {"c_name":"XML_Feature"} },
);
export const XML_Char = rffi.CHAR;
export const XML_LChar = rffi.CHAR;
export const XML_Index = rffi.LONG;
export const XML_Size = rffi.ULONG;
export const XML_Parser = rffi.COpaquePtr("struct XML_ParserStruct");
export const XML_Bool = rffi.UCHAR;
export const XML_ElementDeclHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, lltype.Ptr(XML_cp)], rffi.VOID));
export const XML_AttlistDeclHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP, rffi.INT], rffi.VOID));
export const XML_XmlDeclHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, rffi.CCHARP, rffi.INT], rffi.VOID));
export const XML_StartElementHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, rffi.CCHARPP], rffi.VOID));
export const XML_EndElementHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP], rffi.VOID));
export const XML_CharacterDataHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, rffi.INT], rffi.VOID));
export const XML_ProcessingInstructionHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, rffi.CCHARP], rffi.VOID));
export const XML_CommentHandler = XML_EndElementHandler;
export const XML_StartCdataSectionHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP], rffi.VOID));
export const XML_EndCdataSectionHandler = XML_StartCdataSectionHandler;
export const XML_DefaultHandler = XML_CharacterDataHandler;
export const XML_StartDoctypeDeclHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP, rffi.INT], rffi.VOID));
export const XML_EndDoctypeDeclHandler = XML_StartCdataSectionHandler;
export const XML_EntityDeclHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, rffi.INT, rffi.CCHARP, rffi.INT, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP], rffi.VOID));
export const XML_UnparsedEntityDeclHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP], rffi.VOID));
export const XML_NotationDeclHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP], rffi.VOID));
export const XML_StartNamespaceDeclHandler = XML_ProcessingInstructionHandler;
export const XML_EndNamespaceDeclHandler = XML_EndElementHandler;
export const XML_NotStandaloneHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP], rffi.INT));
export const XML_ExternalEntityRefHandler = lltype.Ptr(lltype.FuncType([XML_Parser, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP, rffi.CCHARP], rffi.INT));
export const XML_SkippedEntityHandler = XML_CharacterDataHandler;
export const XML_UnknownEncodingHandler = lltype.Ptr(lltype.FuncType([rffi.VOIDP, rffi.CCHARP, lltype.Ptr(XML_Encoding)], rffi.INT));
/** XML_GetErrorLineNumber(parser). */
export const XML_GetErrorLineNumber = rffi.llexternal("XML_GetErrorLineNumber", [XML_Parser], rffi.ULONG, { compilation_info: info, macro: true });
/** XML_GetErrorColumnNumber(parser). */
export const XML_GetErrorColumnNumber = rffi.llexternal("XML_GetErrorColumnNumber", [XML_Parser], rffi.ULONG, { compilation_info: info, macro: true });
/** XML_GetErrorByteIndex(parser). */
export const XML_GetErrorByteIndex = rffi.llexternal("XML_GetErrorByteIndex", [XML_Parser], rffi.LONG, { compilation_info: info, macro: true });
/** XML_SetElementDeclHandler(parser, eldecl). */
export const XML_SetElementDeclHandler = rffi.llexternal("XML_SetElementDeclHandler", [XML_Parser, XML_ElementDeclHandler], rffi.VOID, { compilation_info: info });
/** XML_SetAttlistDeclHandler(parser, attdecl). */
export const XML_SetAttlistDeclHandler = rffi.llexternal("XML_SetAttlistDeclHandler", [XML_Parser, XML_AttlistDeclHandler], rffi.VOID, { compilation_info: info });
/** XML_SetXmlDeclHandler(parser, xmldecl). */
export const XML_SetXmlDeclHandler = rffi.llexternal("XML_SetXmlDeclHandler", [XML_Parser, XML_XmlDeclHandler], rffi.VOID, { compilation_info: info });
/** XML_ParserCreate(encoding). */
export const XML_ParserCreate = rffi.llexternal("XML_ParserCreate", [rffi.CCHARP], XML_Parser, { compilation_info: info });
/** XML_ParserCreateNS(encoding, namespaceSeparator). */
export const XML_ParserCreateNS = rffi.llexternal("XML_ParserCreateNS", [rffi.CCHARP, rffi.CHAR], XML_Parser, { compilation_info: info });
/** XML_ParserCreate_MM(encoding, memsuite, namespaceSeparator). */
export const XML_ParserCreate_MM = rffi.llexternal("XML_ParserCreate_MM", [rffi.CCHARP, lltype.Ptr(XML_Memory_Handling_Suite), rffi.CCHARP], XML_Parser, { compilation_info: info });
/** XML_ParserReset(parser, encoding). */
export const XML_ParserReset = rffi.llexternal("XML_ParserReset", [XML_Parser, rffi.CCHARP], rffi.UCHAR, { compilation_info: info });
/** XML_SetEntityDeclHandler(parser, handler). */
export const XML_SetEntityDeclHandler = rffi.llexternal("XML_SetEntityDeclHandler", [XML_Parser, XML_EntityDeclHandler], rffi.VOID, { compilation_info: info });
/** XML_SetElementHandler(parser, start, end). */
export const XML_SetElementHandler = rffi.llexternal("XML_SetElementHandler", [XML_Parser, XML_StartElementHandler, XML_EndElementHandler], rffi.VOID, { compilation_info: info });
/** XML_SetStartElementHandler(parser, handler). */
export const XML_SetStartElementHandler = rffi.llexternal("XML_SetStartElementHandler", [XML_Parser, XML_StartElementHandler], rffi.VOID, { compilation_info: info });
/** XML_SetEndElementHandler(parser, handler). */
export const XML_SetEndElementHandler = rffi.llexternal("XML_SetEndElementHandler", [XML_Parser, XML_EndElementHandler], rffi.VOID, { compilation_info: info });
/** XML_SetCharacterDataHandler(parser, handler). */
export const XML_SetCharacterDataHandler = rffi.llexternal("XML_SetCharacterDataHandler", [XML_Parser, XML_CharacterDataHandler], rffi.VOID, { compilation_info: info });
/** XML_SetProcessingInstructionHandler(parser, handler). */
export const XML_SetProcessingInstructionHandler = rffi.llexternal("XML_SetProcessingInstructionHandler", [XML_Parser, XML_ProcessingInstructionHandler], rffi.VOID, { compilation_info: info });
/** XML_SetCommentHandler(parser, handler). */
export const XML_SetCommentHandler = rffi.llexternal("XML_SetCommentHandler", [XML_Parser, XML_EndElementHandler], rffi.VOID, { compilation_info: info });
/** XML_SetCdataSectionHandler(parser, start, end). */
export const XML_SetCdataSectionHandler = rffi.llexternal("XML_SetCdataSectionHandler", [XML_Parser, XML_StartCdataSectionHandler, XML_StartCdataSectionHandler], rffi.VOID, { compilation_info: info });
/** XML_SetStartCdataSectionHandler(parser, start). */
export const XML_SetStartCdataSectionHandler = rffi.llexternal("XML_SetStartCdataSectionHandler", [XML_Parser, XML_StartCdataSectionHandler], rffi.VOID, { compilation_info: info });
/** XML_SetEndCdataSectionHandler(parser, end). */
export const XML_SetEndCdataSectionHandler = rffi.llexternal("XML_SetEndCdataSectionHandler", [XML_Parser, XML_StartCdataSectionHandler], rffi.VOID, { compilation_info: info });
/** XML_SetDefaultHandler(parser, handler). */
export const XML_SetDefaultHandler = rffi.llexternal("XML_SetDefaultHandler", [XML_Parser, XML_CharacterDataHandler], rffi.VOID, { compilation_info: info });
/** XML_SetDefaultHandlerExpand(parser, handler). */
export const XML_SetDefaultHandlerExpand = rffi.llexternal("XML_SetDefaultHandlerExpand", [XML_Parser, XML_CharacterDataHandler], rffi.VOID, { compilation_info: info });
/** XML_SetDoctypeDeclHandler(parser, start, end). */
export const XML_SetDoctypeDeclHandler = rffi.llexternal("XML_SetDoctypeDeclHandler", [XML_Parser, XML_StartDoctypeDeclHandler, XML_StartCdataSectionHandler], rffi.VOID, { compilation_info: info });
/** XML_SetStartDoctypeDeclHandler(parser, start). */
export const XML_SetStartDoctypeDeclHandler = rffi.llexternal("XML_SetStartDoctypeDeclHandler", [XML_Parser, XML_StartDoctypeDeclHandler], rffi.VOID, { compilation_info: info });
/** XML_SetEndDoctypeDeclHandler(parser, end). */
export const XML_SetEndDoctypeDeclHandler = rffi.llexternal("XML_SetEndDoctypeDeclHandler", [XML_Parser, XML_StartCdataSectionHandler], rffi.VOID, { compilation_info: info });
/** XML_SetUnparsedEntityDeclHandler(parser, handler). */
export const XML_SetUnparsedEntityDeclHandler = rffi.llexternal("XML_SetUnparsedEntityDeclHandler", [XML_Parser, XML_UnparsedEntityDeclHandler], rffi.VOID, { compilation_info: info });
/** XML_SetNotationDeclHandler(parser, handler). */
export const XML_SetNotationDeclHandler = rffi.llexternal("XML_SetNotationDeclHandler", [XML_Parser, XML_NotationDeclHandler], rffi.VOID, { compilation_info: info });
/** XML_SetNamespaceDeclHandler(parser, start, end). */
export const XML_SetNamespaceDeclHandler = rffi.llexternal("XML_SetNamespaceDeclHandler", [XML_Parser, XML_ProcessingInstructionHandler, XML_EndElementHandler], rffi.VOID, { compilation_info: info });
/** XML_SetStartNamespaceDeclHandler(parser, start). */
export const XML_SetStartNamespaceDeclHandler = rffi.llexternal("XML_SetStartNamespaceDeclHandler", [XML_Parser, XML_ProcessingInstructionHandler], rffi.VOID, { compilation_info: info });
/** XML_SetEndNamespaceDeclHandler(parser, end). */
export const XML_SetEndNamespaceDeclHandler = rffi.llexternal("XML_SetEndNamespaceDeclHandler", [XML_Parser, XML_EndElementHandler], rffi.VOID, { compilation_info: info });
/** XML_SetNotStandaloneHandler(parser, handler). */
export const XML_SetNotStandaloneHandler = rffi.llexternal("XML_SetNotStandaloneHandler", [XML_Parser, XML_NotStandaloneHandler], rffi.VOID, { compilation_info: info });
/** XML_SetExternalEntityRefHandler(parser, handler). */
export const XML_SetExternalEntityRefHandler = rffi.llexternal("XML_SetExternalEntityRefHandler", [XML_Parser, XML_ExternalEntityRefHandler], rffi.VOID, { compilation_info: info });
/** XML_SetExternalEntityRefHandlerArg(parser, arg). */
export const XML_SetExternalEntityRefHandlerArg = rffi.llexternal("XML_SetExternalEntityRefHandlerArg", [XML_Parser, rffi.VOIDP], rffi.VOID, { compilation_info: info });
/** XML_SetSkippedEntityHandler(parser, handler). */
export const XML_SetSkippedEntityHandler = rffi.llexternal("XML_SetSkippedEntityHandler", [XML_Parser, XML_CharacterDataHandler], rffi.VOID, { compilation_info: info });
/** XML_SetUnknownEncodingHandler(parser, handler, encodingHandlerData). */
export const XML_SetUnknownEncodingHandler = rffi.llexternal("XML_SetUnknownEncodingHandler", [XML_Parser, XML_UnknownEncodingHandler, rffi.VOIDP], rffi.VOID, { compilation_info: info });
/** XML_DefaultCurrent(parser). */
export const XML_DefaultCurrent = rffi.llexternal("XML_DefaultCurrent", [XML_Parser], rffi.VOID, { compilation_info: info });
/** XML_SetReturnNSTriplet(parser, do_nst). */
export const XML_SetReturnNSTriplet = rffi.llexternal("XML_SetReturnNSTriplet", [XML_Parser, rffi.INT], rffi.VOID, { compilation_info: info });
/** XML_SetUserData(parser, userData). */
export const XML_SetUserData = rffi.llexternal("XML_SetUserData", [XML_Parser, rffi.VOIDP], rffi.VOID, { compilation_info: info });
/** XML_SetEncoding(parser, encoding). */
export const XML_SetEncoding = rffi.llexternal("XML_SetEncoding", [XML_Parser, rffi.CCHARP], rffi.UINT, { compilation_info: info });
/** XML_UseParserAsHandlerArg(parser). */
export const XML_UseParserAsHandlerArg = rffi.llexternal("XML_UseParserAsHandlerArg", [XML_Parser], rffi.VOID, { compilation_info: info });
/** XML_UseForeignDTD(parser, useDTD). */
export const XML_UseForeignDTD = rffi.llexternal("XML_UseForeignDTD", [XML_Parser, rffi.UCHAR], rffi.UINT, { compilation_info: info });
/** XML_SetBase(parser, base). */
export const XML_SetBase = rffi.llexternal("XML_SetBase", [XML_Parser, rffi.CCHARP], rffi.UINT, { compilation_info: info });
/** XML_GetBase(parser). */
export const XML_GetBase = rffi.llexternal("XML_GetBase", [XML_Parser], rffi.CCHARP, { compilation_info: info });
/** XML_GetSpecifiedAttributeCount(parser). */
export const XML_GetSpecifiedAttributeCount = rffi.llexternal("XML_GetSpecifiedAttributeCount", [XML_Parser], rffi.INT, { compilation_info: info });
/** XML_GetIdAttributeIndex(parser). */
export const XML_GetIdAttributeIndex = rffi.llexternal("XML_GetIdAttributeIndex", [XML_Parser], rffi.INT, { compilation_info: info });
/** XML_Parse(parser, s, len, isFinal). */
export const XML_Parse = rffi.llexternal("XML_Parse", [XML_Parser, rffi.CCHARP, rffi.INT, rffi.INT], rffi.UINT, { compilation_info: info });
/** XML_GetBuffer(parser, len). */
export const XML_GetBuffer = rffi.llexternal("XML_GetBuffer", [XML_Parser, rffi.INT], rffi.VOIDP, { compilation_info: info });
/** XML_ParseBuffer(parser, len, isFinal). */
export const XML_ParseBuffer = rffi.llexternal("XML_ParseBuffer", [XML_Parser, rffi.INT, rffi.INT], rffi.UINT, { compilation_info: info });
/** XML_StopParser(parser, resumable). */
export const XML_StopParser = rffi.llexternal("XML_StopParser", [XML_Parser, rffi.UCHAR], rffi.UINT, { compilation_info: info });
/** XML_ResumeParser(parser). */
export const XML_ResumeParser = rffi.llexternal("XML_ResumeParser", [XML_Parser], rffi.UINT, { compilation_info: info });
/** XML_GetParsingStatus(parser, status). */
export const XML_GetParsingStatus = rffi.llexternal("XML_GetParsingStatus", [XML_Parser, lltype.Ptr(XML_ParsingStatus)], rffi.VOID, { compilation_info: info });
/** XML_ExternalEntityParserCreate(parser, context, encoding). */
export const XML_ExternalEntityParserCreate = rffi.llexternal("XML_ExternalEntityParserCreate", [XML_Parser, rffi.CCHARP, rffi.CCHARP], XML_Parser, { compilation_info: info });
/** XML_SetParamEntityParsing(parser, parsing). */
export const XML_SetParamEntityParsing = rffi.llexternal("XML_SetParamEntityParsing", [XML_Parser, rffi.UINT], rffi.INT, { compilation_info: info });
/** XML_SetHashSalt(parser, hash_salt). */
export const XML_SetHashSalt = rffi.llexternal("XML_SetHashSalt", [XML_Parser, rffi.ULONG], rffi.INT, { compilation_info: info });
/** XML_GetErrorCode(parser). */
export const XML_GetErrorCode = rffi.llexternal("XML_GetErrorCode", [XML_Parser], rffi.UINT, { compilation_info: info });
/** XML_GetCurrentLineNumber(parser). */
export const XML_GetCurrentLineNumber = rffi.llexternal("XML_GetCurrentLineNumber", [XML_Parser], rffi.ULONG, { compilation_info: info });
/** XML_GetCurrentColumnNumber(parser). */
export const XML_GetCurrentColumnNumber = rffi.llexternal("XML_GetCurrentColumnNumber", [XML_Parser], rffi.ULONG, { compilation_info: info });
/** XML_GetCurrentByteIndex(parser). */
export const XML_GetCurrentByteIndex = rffi.llexternal("XML_GetCurrentByteIndex", [XML_Parser], rffi.LONG, { compilation_info: info });
/** XML_GetCurrentByteCount(parser). */
export const XML_GetCurrentByteCount = rffi.llexternal("XML_GetCurrentByteCount", [XML_Parser], rffi.INT, { compilation_info: info });
/** XML_GetInputContext(parser, offset, size). */
export const XML_GetInputContext = rffi.llexternal("XML_GetInputContext", [XML_Parser, rffi.INTP, rffi.INTP], rffi.CCHARP, { compilation_info: info });
/** XML_FreeContentModel(parser, model). */
export const XML_FreeContentModel = rffi.llexternal("XML_FreeContentModel", [XML_Parser, lltype.Ptr(XML_cp)], rffi.VOID, { compilation_info: info });
/** XML_MemMalloc(parser, size). */
export const XML_MemMalloc = rffi.llexternal("XML_MemMalloc", [XML_Parser, rffi.SIZE_T], rffi.VOIDP, { compilation_info: info });
/** XML_MemRealloc(parser, ptr, size). */
export const XML_MemRealloc = rffi.llexternal("XML_MemRealloc", [XML_Parser, rffi.VOIDP, rffi.SIZE_T], rffi.VOIDP, { compilation_info: info });
/** XML_MemFree(parser, ptr). */
export const XML_MemFree = rffi.llexternal("XML_MemFree", [XML_Parser, rffi.VOIDP], rffi.VOID, { compilation_info: info });
/** XML_ParserFree(parser). */
export const XML_ParserFree = rffi.llexternal("XML_ParserFree", [XML_Parser], rffi.VOID, { compilation_info: info });
/** XML_ErrorString(code). */
export const XML_ErrorString = rffi.llexternal("XML_ErrorString", [rffi.UINT], rffi.CCHARP, { compilation_info: info });
/** XML_ExpatVersion(). */
export const XML_ExpatVersion = rffi.llexternal("XML_ExpatVersion", [], rffi.CCHARP, { compilation_info: info });
/** XML_ExpatVersionInfo(). */
export const XML_ExpatVersionInfo = rffi.llexternal("XML_ExpatVersionInfo", [], XML_Expat_Version, { compilation_info: info });
/** XML_GetFeatureList(). */
export const XML_GetFeatureList = rffi.llexternal("XML_GetFeatureList", [], lltype.Ptr(XML_Feature), { compilation_info: info });
/** XML_SetReparseDeferralEnabled(parser, enabled). */
export const XML_SetReparseDeferralEnabled = rffi.llexternal("XML_SetReparseDeferralEnabled", [XML_Parser, rffi.UCHAR], rffi.UCHAR, { compilation_info: info });
