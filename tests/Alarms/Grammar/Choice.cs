namespace HpcVerify.Alarms.Grammar;

/// <summary>Seeded choices, and names that no other choice has.</summary>
/// <param name="owner">What sets functions and types of one kernel apart from those of others in the same file.</param>
public sealed class Choice(int seed, string owner)
{
    private readonly Random _random = new(seed);
    private int _names;

    /// <summary>A number from 0 up to, and without, the limit.</summary>
    public int Below(int limit) => _random.Next(limit);

    public bool OneIn(int limit) => _random.Next(limit) == 0;

    public T Of<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];

    /// <summary>A name of its own that begins with the letters.</summary>
    public string Name(string letters) => $"{letters}{_names++}";

    /// <summary>A name that no other kernel of the file has either.</summary>
    public string FileName(string letters) => $"{owner}_{Name(letters)}";
}
