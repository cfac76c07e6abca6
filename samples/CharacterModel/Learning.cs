using System;
using System.Collections.Generic;
using System.IO;
using GenNet;

namespace CharacterModel;

/// <summary>A network is trained, or loaded, and speaks.</summary>
internal static class Learning
{
    /// <summary>The windows of a step.</summary>
    public const int Batch = 16;

    private const float LearningRate = 6e-3f;
    private const double LastRate = 0.05, ClipNorm = 1;
    private const int WarmUp = 200;

    public static LearningCurve Run<TNet>(LanguageModel model, Options options, Corpus corpus)
        where TNet : class, INetwork<TNet, float>, IStreamingNetwork<TNet, float>
    {
        float[] prompt = Alphabet.Encode(options.Speech.Prompt, "--prompt");
        Console.WriteLine($"{model.Name}: {TNet.ParameterCount:N0} parameters");
        TNet net = options.Load is null ? TNet.Create(options.Seed) : NetworkFile.Load<TNet, float>(options.Load);
        LearningCurve curve = options.Load is null ? Train(model.Name, net, options, corpus) : new LearningCurve(model.Name, TNet.ParameterCount, []);
        if (options.Load is not null)
            Console.WriteLine($"{Bits(net.Evaluate(corpus.HeldOut.Inputs, corpus.HeldOut.Targets)):F3} bits per character held out");
        if (options.Output is not null)
        {
            NetworkFile.Save<TNet, float>(net, options.Output);
            Console.WriteLine($"saved {options.Output}");
        }

        Console.WriteLine();
        Console.WriteLine(new Speaker<TNet>(net, model.Places).Speak(prompt, options.Speech, new RandomStream((ulong)options.Seed, 1)));
        Console.WriteLine();
        return curve;
    }

    /// <summary>AdamW with a warm-up and half a cosine, and gradients of a limited length.</summary>
    private static LearningCurve Train<TNet>(string name, TNet net, Options options, Corpus corpus)
        where TNet : class, INetwork<TNet, float>
    {
        var points = new List<LearningPoint>();
        int steps = options.Epochs * (corpus.TrainingWindows + Batch - 1) / Batch;
        TimeSpan time = default;
        new Trainer<TNet>(net, new AdamW(LearningRate, beta2: 0.99)) { ClipNorm = ClipNorm }.Fit(corpus.Training(options.Seed), new FitOptions
        {
            Epochs = options.Epochs,
            BatchSize = Batch,
            Seed = options.Seed,
            Schedule = new LinearWarmup(Math.Clamp(steps / 10, 1, WarmUp), new CosineSchedule(LastRate)),
            Validation = corpus.HeldOut,
            OnEpoch = report =>
            {
                time += report.Elapsed;
                points.Add(new LearningPoint((double)report.Epoch * corpus.TrainingCharacters, time.TotalSeconds, Bits(report.ValidationLoss!.Value)));
                Console.WriteLine($"epoch {report.Epoch,3}   {Bits(report.Loss):F3} bits per character learned, {points[^1].Bits:F3} held out   {time.TotalSeconds,4:F0} s");
            },
        });
        return new LearningCurve(name, TNet.ParameterCount, points);
    }

    private static double Bits(double nats) => nats / Math.Log(2);
}
