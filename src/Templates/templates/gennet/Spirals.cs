using GenNet;

namespace PROJECT_NAMESPACE;

/// <summary>Points on two spirals, one wound into the other, all of them within the square from -1 to 1.</summary>
internal static class Spirals
{
    private const float Turns = 1.5f, Noise = 0.03f;

    /// <summary>As many points of each spiral, with a target of 0 for the first and 1 for the second.</summary>
    public static Dataset<float> Draw(int points, int seed)
    {
        var random = new Random(seed);
        var inputs = new float[points * 2];
        var targets = new float[points];
        for (int i = 0; i < points; i++)
        {
            int spiral = i % 2;
            float way = random.NextSingle();
            (float sin, float cos) = MathF.SinCos(MathF.PI * (2 * Turns * way + spiral));
            float radius = 0.1f + 0.8f * way;
            inputs[2 * i] = radius * cos + Gaussian(random) * Noise;
            inputs[2 * i + 1] = radius * sin + Gaussian(random) * Noise;
            targets[i] = spiral;
        }

        return new Dataset<float>(inputs, targets, inputSize: 2, targetSize: 1);
    }

    /// <summary>The sum of twelve uniform numbers has a variance of 1 and is close to normal.</summary>
    private static float Gaussian(Random random)
    {
        float sum = -6;
        for (int i = 0; i < 12; i++)
            sum += random.NextSingle();
        return sum;
    }
}
