using GenNet;

namespace PROJECT_NAMESPACE;

/// <summary>What the network has learned, as a picture of characters.</summary>
internal static class Plane
{
    // A character is about twice as high as it is wide.
    private const int Width = 64, Height = 32;

    public static void Print(SpiralNet net)
    {
        var inputs = new float[Width * Height * 2];
        for (int i = 0; i < Width * Height; i++)
        {
            inputs[2 * i] = 2 * (i % Width + 0.5f) / Width - 1;
            inputs[2 * i + 1] = 1 - 2 * (i / Width + 0.5f) / Height;
        }

        var outputs = new float[Width * Height];
        net.Forward(inputs, outputs);
        foreach (float[] line in outputs.Chunk(Width))
            Console.WriteLine(string.Concat(line.Select(y => y < 0.5f ? '.' : '#')));
    }
}
