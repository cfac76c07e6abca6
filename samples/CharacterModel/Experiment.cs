using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CharacterModel;

/// <summary>The whole run: the text, and the networks one after the other.</summary>
internal static class Experiment
{
    public static int Execute(Options options)
    {
        try
        {
            // Before the training, not after it: a network that cannot be saved is lost.
            if (options.Output is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(options.Output))))
                throw new IOException($"--output: there is no folder '{Path.GetDirectoryName(Path.GetFullPath(options.Output))}'.");
            Corpus corpus = Corpus.Read(options.Text, options.Characters, Learning.Batch);
            Console.WriteLine(
                $"{corpus.TrainingCharacters:N0} characters to learn from, {corpus.HeldOut.Inputs.Length:N0} held out in windows of {Corpus.Window}, batches of {Learning.Batch}, seed {options.Seed}; "
                + $"single characters have an entropy of {corpus.Entropy:F3} bits");
            List<LearningCurve> curves = [.. options.Models.Select(model => model.Run(model, options, corpus))];
            if (curves.Count > 1)
                Compare(curves);
            if (options.Picture is not null)
            {
                Picture.Save(options.Picture, curves, options.Seed);
                Console.WriteLine($"wrote {options.Picture}");
            }

            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private static void Compare(List<LearningCurve> curves)
    {
        foreach (LearningCurve curve in curves)
        {
            LearningPoint last = curve.Points[^1];
            Console.WriteLine($"{curve.Name,-8} {last.Bits:F3} bits per character held out, {curve.Parameters:N0} parameters, after {last.Characters:N0} characters and {last.Seconds:F0} s");
        }
    }
}
