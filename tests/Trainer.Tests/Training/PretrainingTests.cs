using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Training;

namespace HpcVerify.Trainer.Tests.Training;

public sealed class PretrainingTests : IDisposable
{
    private static readonly TrainingText[] Texts =
    [
        new("axpy 1", "for (i = 0; i < n; i++) y[i] += a * x[i];"),
        new("dot 1", "double s = 0; return s;"),
        new("gemv 1", "int y = 1;"),
    ];

    private static readonly PretrainingOptions Options = PretrainingOptions.Usual with
    {
        Vocabulary = 700,
        ShapeOf = count => new(count, Width: 32, Layers: 2, Heads: 2, Hidden: 48, ContextLength: 96),
        Steps = 150,
        TokensPerStep = 100,
        Rate = 1e-2,
        Threads = 1,
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-pretraining");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AModelThatLearntItsTextsWritesThem()
    {
        var losses = new List<double>();
        var model = Run(Options, step => losses.Add(step.Loss));
        var policy = new EmbeddedPolicy(model, EmbeddedOptions.Usual with { Temperature = 0.01f, MaximumTokens = 40, Threads = 1 }, prompt => $"{prompt.Task} {prompt.Stage}", _ => null);

        Assert.Equal(Options.Steps, losses.Count);
        Assert.True(losses[^1] < 0.05, $"{losses[^1]}");
        foreach (var text in Texts)
        {
            var prompt = TinyPolicy.Prompt with { Task = text.Prompt.Split(' ')[0] };
            var answer = (Sampling.Answered)await policy.Sample(prompt, 1, 1, CancellationToken.None);
            Assert.Equal(text.Response, answer.Completions[0].Text);
            Assert.False(answer.Completions[0].IsTruncated);
        }
    }

    [Fact]
    public void TheSameTextsAndSeedGiveTheSameModel()
    {
        PretrainedModel Make(ulong seed) => Run(Options with { Steps = 3, Seed = seed }, _ => { });

        Assert.Equal(Make(1).Fingerprint, Make(1).Fingerprint);
        Assert.NotEqual(Make(1).Fingerprint, Make(2).Fingerprint);
    }

    [Fact]
    public void TextsThatDoNotFitAreLeftOutAndWithoutAnyThereIsNoModel()
    {
        var options = Options with { ShapeOf = count => new(count, 32, 1, 2, 32, ContextLength: 8), Steps = 1 };

        Assert.Throws<ArgumentException>(() => Run(options, _ => { }));
    }

    [Fact]
    public void AModelThatIsKeptIsNotMadeAgain()
    {
        var cache = new ModelCache(_folder.FullName);
        var made = 0;
        PretrainedModel Find(PretrainingOptions options) => cache.Find(Texts, options, tokenizer =>
        {
            made++;
            return Pretraining.Run(Texts, tokenizer, options, _ => { }, CancellationToken.None);
        }).Model;

        var few = Options with { Steps = 2 };
        Assert.Equal(Find(few).Fingerprint, Find(few).Fingerprint);
        Assert.Equal(1, made);

        Find(few with { Steps = 3 });
        Assert.Equal(2, made);
    }

    [Fact]
    public void AFileThatWasDamagedIsMadeAgain()
    {
        var cache = new ModelCache(_folder.FullName);
        var options = Options with { Steps = 2 };
        PretrainedModel Find() => cache.Find(Texts, options, tokenizer => Pretraining.Run(Texts, tokenizer, options, _ => { }, CancellationToken.None)).Model;
        var first = Find();
        foreach (var file in _folder.EnumerateFiles())
        {
            File.WriteAllText(file.FullName, "not a model");
        }

        Assert.Equal(first.Fingerprint, Find().Fingerprint);
        Assert.Equal(first.Fingerprint, cache.Find(Texts, options, _ => throw new InvalidOperationException("made again")).Model.Fingerprint);
    }

    private static PretrainedModel Run(PretrainingOptions options, Action<PretrainingStep> report) =>
        Pretraining.Run(Texts, Pretraining.VocabularyOf(Texts, options), options, report, CancellationToken.None);
}
