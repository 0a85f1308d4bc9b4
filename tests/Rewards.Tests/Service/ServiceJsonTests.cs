using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using HpcVerify.Rewards.Policy;
using HpcVerify.Rewards.Scoring;
using HpcVerify.Rewards.Service;
using HpcVerify.Rewards.Tests.Policy;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Service;

public sealed class ServiceJsonTests
{
    private static readonly ContentHash Name = ContentHash.Of(ContentHash.Part("what", "a job"));

    [Fact]
    public void EvidenceThatWasSentIsWorthWhatItWasWorth() => Samples.Hold(
        from evidence in Samples.Any
        from weights in Samples.Weights
        select (evidence, weights),
        sample => RewardProfile.Of(sample.weights).All(profile => profile.Judge(ServiceJson.ReadEvidence(ServiceJson.Write(sample.evidence))) == profile.Judge(sample.evidence)));

    [Fact]
    public void EvidenceIsWrittenAgainAsItWas() => Samples.Hold(
        Samples.Any,
        evidence => ServiceJson.Write(evidence) is var written && written.AsSpan().SequenceEqual(ServiceJson.Write(ServiceJson.ReadEvidence(written))));

    [Fact]
    public void EverythingThatIsKnownIsSent()
    {
        var evidence = new Evidence(
            [Samples.StageRule.At(new(3, 4), 1, "simd")],
            new(Level.Verification, "at n=3") { Sizes = "n=3" },
            new(double.NaN, 1.5, [0.25, 0.5]) { Gbps = 7, Metric = Parser.Contracts.Metric.Gbps, NaiveSpeed = 2 },
            "busy",
            [new("compile", TimeSpan.FromMilliseconds(190))])
        {
            Proof = new(ProofState.Refuted, "races: y[2]", "n=3")
            {
                Reach = ProofReach.Conditional,
                Elapsed = TimeSpan.FromSeconds(2),
                AllSizesElapsed = TimeSpan.FromSeconds(3),
                Lines = [new("races", "refuted", "y[2], with n=3", false, null), new("bounds", "proved", "all sizes", true, "n > 3")],
            },
        };

        var read = ServiceJson.ReadEvidence(ServiceJson.Write(evidence));

        Assert.Equal("HV1301", read.Findings.Single().Rule.Id);
        Assert.Equal((evidence.Findings[0].Message, evidence.Findings[0].Span), (read.Findings[0].Message, read.Findings[0].Span));
        Assert.Equal(evidence.Failure, read.Failure);
        Assert.Equal(evidence.Measurement! with { SecondsPerRun = read.Measurement!.SecondsPerRun }, read.Measurement);
        Assert.Equal(evidence.Measurement.SecondsPerRun.AsEnumerable(), read.Measurement.SecondsPerRun);
        Assert.Equal(("busy", "compile"), (read.Infrastructure, read.Stages.Single().Stage));
        Assert.Equal(evidence.Proof with { Lines = read.Proof!.Lines }, read.Proof);
        Assert.Equal(evidence.Proof.Lines.AsEnumerable(), read.Proof.Lines);
    }

    [Fact]
    public void AJobIsReadAsItWasWritten()
    {
        var job = new EvaluationJob(Name, "matmul", "0123", "```c\nint é;\n```", new() { Stage = 3, Seed = ulong.MaxValue, Threads = 2, IsProving = true, Stages = ScoringStages.Timing });

        Assert.Equal(job, ServiceJson.ReadJob(ServiceJson.Write(job)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"findings":[],"failure":null,"measurement":null,"infrastructure":null}""")]
    [InlineData("""{"findings":[null],"failure":null,"measurement":null,"infrastructure":null,"stages":[]}""")]
    [InlineData("""{"findings":[],"failure":null,"measurement":null,"infrastructure":null,"stages":[],"reward":9}""")]
    [InlineData("""{"findings":[],"failure":{"level":"best","reason":""},"measurement":null,"infrastructure":null,"stages":[]}""")]
    public void WhatIsNoEvidenceIsRefused(string text) =>
        Assert.ThrowsAny<JsonException>(() => ServiceJson.ReadEvidence(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("0123")]
    [InlineData("ZZ")]
    public void AJobWithoutANameIsRefused(string name)
    {
        var job = Encoding.UTF8.GetString(ServiceJson.Write(new EvaluationJob(Name, "matmul", "", "", EvaluationOptions.Usual)));

        Assert.ThrowsAny<JsonException>(() => ServiceJson.ReadJob(Encoding.UTF8.GetBytes(job.Replace(Name.Text, name, StringComparison.Ordinal))));
    }

    [Fact]
    public void TheHashOfATaskIsThatOfItsSpecificationAndNotOfItsSamples()
    {
        using var folder = new CopiedTask("axpy");
        var before = TaskFiles.Hash(folder.Path);
        File.AppendAllText(Path.Combine(folder.Path, "accept", "scalar.c"), "\n");
        var afterSample = TaskFiles.Hash(folder.Path);
        File.AppendAllText(Path.Combine(folder.Path, "kernel.c"), "\n");

        Assert.Equal(before, afterSample);
        Assert.NotEqual(before, TaskFiles.Hash(folder.Path));
    }

    private sealed class CopiedTask : IDisposable
    {
        public CopiedTask(string name)
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, "accept"));
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf($"corpus/{name}")).Append(Repository.PathOf($"corpus/{name}/accept/scalar.c")))
            {
                File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Repository.PathOf($"corpus/{name}"), file)));
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("hpcverify-task-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
