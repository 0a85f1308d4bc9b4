namespace HpcVerify.Parser.Clang;

/// <summary>Text between two directives.</summary>
internal static class Gap
{
    public static bool IsOnlySpaceAndComments(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart();
            if (text.IsEmpty)
            {
                return true;
            }

            var end = text.StartsWith("//") ? text.IndexOf('\n')
                : text.StartsWith("/*") ? text.IndexOf("*/") + 2
                : -1;
            if (end < 2)
            {
                return false;
            }

            text = text[end..];
        }
    }
}
