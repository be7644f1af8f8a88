<?php echo (float) fgets(STDIN) / 2, "\n";
