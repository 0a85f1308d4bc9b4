namespace HpcVerify.Cli.Reports;

/// <summary>
/// The part of a file's name that other files are named after. It is written into programs and copied into shells, so that
/// whatever means something there becomes an underscore.
/// </summary>
internal static class PlainName
{
    public static string Of(string path) => string.Concat(Path.GetFileNameWithoutExtension(path).Select(character =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' ? character : '_'));
}
