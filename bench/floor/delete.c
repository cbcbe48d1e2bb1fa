/* The floor for deleting: unlink every path of a list, then rmdir every directory of another, nothing else.
   usage: delete ROOT FILES DIRECTORIES   (lists with one path below ROOT a line, directories deepest first) */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void each(const char *list, int (*act)(const char *)) {
    char line[8192];
    FILE *in = fopen(list, "r");
    if (!in) return;
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = 0;
        act(line);
    }
    fclose(in);
}

int main(int argc, char **argv) {
    if (argc != 4 || chdir(argv[1])) return 64;
    each(argv[2], unlink);
    each(argv[3], rmdir);
    return 0;
}
