using System;
using GenNet;

namespace Samples;

/// <summary>Training and test digits: those of MNIST where its files are, otherwise digits that are drawn here.</summary>
internal static class MnistData
{
    /// <summary>Loads the files of a folder, or draws so many digits and says so.</summary>
    /// <param name="folder">Where the four IDX files are, plain or .gz.</param>
    /// <param name="drawnTraining">The training digits to draw where they are missing.</param>
    /// <param name="drawnTest">The test digits to draw.</param>
    /// <param name="seed">Of the drawn digits.</param>
    public static (Dataset<float> Train, Dataset<float> Test) Load(string folder, int drawnTraining, int drawnTest, int seed)
    {
        if (MnistFiles.AreIn(folder))
        {
            return (
                Dataset.FromIdx(MnistFiles.Find(folder, MnistFiles.TrainImages)!, MnistFiles.Find(folder, MnistFiles.TrainLabels)!),
                Dataset.FromIdx(MnistFiles.Find(folder, MnistFiles.TestImages)!, MnistFiles.Find(folder, MnistFiles.TestLabels)!));
        }

        Console.WriteLine($"No MNIST files in '{folder}' (samples/Mnist fetches them with --download): training on digits drawn here.");
        ulong first = (ulong)seed << 1;
        return (DrawnDigits.Draw(drawnTraining, first), DrawnDigits.Draw(drawnTest, first + 1));
    }
}
