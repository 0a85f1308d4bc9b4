namespace HpcVerify.Alarms.CrossCheck;

/// <summary>Right text, or in a faulty kernel now and then something else in its place. Draws nothing that other choices depend on.</summary>
public sealed class Slips(int seed, bool isFaulty)
{
    private const int Most = 2;
    private const int OneIn = 3;

    private readonly Random _random = new(seed);

    public int Made { get; private set; }

    public string Or(string right, params ReadOnlySpan<string> wrong)
    {
        var isWrong = isFaulty && Made < Most && _random.Next(OneIn) == 0;
        Made += isWrong ? 1 : 0;
        return isWrong ? wrong[_random.Next(wrong.Length)] : right;
    }
}
