namespace HpcVerify.Parser.Clang;

/// <summary>
/// What the front end needs to see a kernel exactly as the scoring compiler does.
/// <paramref name="PredefinedMacros"/> is what that compiler prints for <c>-dM -E</c> under the scored flags;
/// <paramref name="LibraryDirectory"/> holds the model headers; precompiled headers go to <paramref name="CacheDirectory"/>.
/// </summary>
public sealed record FrontEndOptions(string LibraryDirectory, string CacheDirectory, string PredefinedMacros);
