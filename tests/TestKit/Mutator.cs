using System.Text;

namespace HpcVerify.TestKit;

/// <summary>Changes a few bytes of a C file: drops, repeats and replaces some, or puts a troublesome word between them.</summary>
public sealed class Mutator(int seed)
{
    private const int MostChanges = 4;
    private static readonly string[] Fragments =
    [
        "(", ")", "{", "}", "[", "]", ";", "\"", "'", "/*", "*/", "\\\n", "#", "##", "\n#pragma omp parallel for\n",
        "_Pragma(\"omp barrier\")", "\n#define i (i)\n", "\n#if 0\n", "\n#endif\n", "?", ":", "*", "&", "++", "0x", "1e", "\u00e9",
        "for", "if", "else", "switch", "case", "goto x;", "__attribute__((", "typedef", "struct", "sizeof", "_Generic(", "({", "})",
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] bytes)
    {
        var text = bytes.ToList();
        for (var change = _random.Next(1, MostChanges + 1); change > 0; change--)
        {
            Change(text, _random.Next(text.Count));
            if (text.Count == 0)
            {
                text.Add((byte)' ');
            }
        }

        return [.. text];
    }

    /// <summary>One of the items, each as likely as the others.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private void Change(List<byte> text, int at)
    {
        const int LongestDrop = 20, LongestCopy = 60;
        switch (_random.Next(4))
        {
            case 0:
                text.RemoveRange(at, Math.Min(_random.Next(1, LongestDrop), text.Count - at));
                break;
            case 1:
                text.InsertRange(at, Encoding.UTF8.GetBytes(Pick(Fragments)));
                break;
            case 2:
                text.InsertRange(_random.Next(text.Count), text.GetRange(at, Math.Min(_random.Next(1, LongestCopy), text.Count - at)));
                break;
            default:
                text[at] = (byte)_random.Next(' ', 127);
                break;
        }
    }
}
