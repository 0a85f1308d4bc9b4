namespace HpcVerify.Trainer.Model.Training;

/// <summary>Sequences one behind the other, without padding: what one pass reads. Lists grow to the largest pack and are used again.</summary>
internal sealed class Pack
{
    private readonly List<int> _tokens = [], _positions = [], _asked = [], _targets = [];
    private readonly List<Range> _sequences = [];

    public IReadOnlyList<Range> Sequences => _sequences;

    /// <summary>What is read, token by token.</summary>
    public ReadOnlySpan<int> Tokens => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tokens);

    /// <summary>Where in its sequence each token is.</summary>
    public ReadOnlySpan<int> Positions => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_positions);

    /// <summary>The rows after which a response's token comes, sequence by sequence.</summary>
    public ReadOnlySpan<int> Asked => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_asked);

    /// <summary>The tokens that came there.</summary>
    public ReadOnlySpan<int> Targets => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_targets);

    public void Clear()
    {
        _tokens.Clear();
        _positions.Clear();
        _asked.Clear();
        _targets.Clear();
        _sequences.Clear();
    }

    public void Add(Example example)
    {
        var begin = _tokens.Count;
        for (var position = 0; position < example.InputLength; position++)
        {
            _tokens.Add(example.Tokens[position]);
            _positions.Add(position);
            if (position + 1 >= example.PromptLength)
            {
                _asked.Add(begin + position);
                _targets.Add(example.Tokens[position + 1]);
            }
        }

        _sequences.Add(begin.._tokens.Count);
    }
}
