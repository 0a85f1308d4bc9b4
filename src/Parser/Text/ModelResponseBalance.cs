namespace HpcVerify.Parser.Text;

internal static class ModelResponseBalance
{
    /// <summary>Whether code that just stops may be whole: it has a body, and every bracket it opened is closed again.</summary>
    public static bool IsBalanced(string code, TextSpan range)
    {
        var open = new Stack<char>();
        var hasBody = false;
        var position = range.Start;
        foreach (var literal in ModelResponseLiterals.In(code, range).Append(new(range.End, 0)))
        {
            foreach (var character in code.AsSpan(position, literal.Start - position))
            {
                if (character is '(' or '[' or '{')
                {
                    open.Push(character);
                }
                else if (character is ')' or ']' or '}' && (!open.TryPop(out var opening) || !IsPair(opening, character)))
                {
                    return false;
                }

                hasBody |= character == '}';
            }

            position = literal.End;
        }

        return hasBody && open.Count == 0 && ModelResponseLiterals.UnclosedComment(code, range) < 0;
    }

    private static bool IsPair(char opening, char closing) => (opening, closing) is ('(', ')') or ('[', ']') or ('{', '}');
}
